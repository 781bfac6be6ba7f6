Extension: IhrpContributesToUseExtension
Id: ihrp-contributes-to-use
Title: "Contributes to use"
Description: "The substance use condition to which this condition contributes, as the person and the team see it."
* insert ProfileMetadata
* insert ExtensionContext(Condition)
* value[x] 1..1
* value[x] only Reference(Condition)
