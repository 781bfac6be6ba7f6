Extension: IhrpShareableExtension
Id: ihrp-shareable
Title: "Shareable"
Description: "True when the person has agreed that this record may leave the team that holds it. Meanings, drivers, ambivalence and alliance in the person's own words leave the team only with this mark."
* insert ProfileMetadata
* insert ExtensionContext(DomainResource)
* value[x] 1..1
* value[x] only boolean
