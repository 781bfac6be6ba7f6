Extension: IhrpProgrammeExpectationExtension
Id: ihrp-programme-expectation
Title: "Expectation of a programme"
Description: "What a programme expects, such as a time without use before graduation: the rule, until when, whether the person agrees, and what the person plans afterwards. A rule that is not met never ends the episode by itself."
* insert ProfileMetadata
* insert ExtensionContext(EpisodeOfCare)
* extension contains
    rule 1..1 MS and
    until 0..1 MS and
    agreed 0..1 MS and
    planAfter 0..1 MS
* extension[rule] ^short = "The rule in words"
* extension[rule].value[x] 1..1
* extension[rule].value[x] only string
* extension[until] ^short = "Until when it holds"
* extension[until].value[x] 1..1
* extension[until].value[x] only date
* extension[agreed] ^short = "What the person says to it"
* extension[agreed].value[x] 1..1
* extension[agreed].value[x] only code
* extension[agreed].valueCode from IhrpPlanAgreementValues (required)
* extension[planAfter] ^short = "What the person plans afterwards, in their words"
* extension[planAfter].value[x] 1..1
* extension[planAfter].value[x] only string
