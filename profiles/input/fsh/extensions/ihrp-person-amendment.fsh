Extension: IhrpPersonAmendmentExtension
Id: ihrp-person-amendment
Title: "Amendment by the person"
Description: "A correction, a disagreement or an addition by the person to something recorded about them. It travels with the record wherever the record goes."
* insert ProfileMetadata
* insert ExtensionContext(DomainResource)
* extension contains
    kind 1..1 MS and
    text 1..1 MS and
    by 0..1 MS and
    date 0..1 MS
* extension[kind] ^short = "Correction, disagreement or addition"
* extension[kind].value[x] 1..1
* extension[kind].value[x] only code
* extension[kind].valueCode from IhrpAmendmentKindValues (required)
* extension[text] ^short = "In the words of the person"
* extension[text].value[x] 1..1
* extension[text].value[x] only string
* extension[by] ^short = "Who says so"
* extension[by].value[x] 1..1
* extension[by].value[x] only Reference(Patient or RelatedPerson)
* extension[date] ^short = "When"
* extension[date].value[x] 1..1
* extension[date].value[x] only dateTime
