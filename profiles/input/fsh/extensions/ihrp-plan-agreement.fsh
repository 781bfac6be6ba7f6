Extension: IhrpPlanAgreementExtension
Id: ihrp-plan-agreement
Title: "Agreement to the plan"
Description: "What the person (or a close person who shares in the plan) says to the plan, when, and in which words. A plan that is not agreed is still a plan; the disagreement is told with it."
* insert ProfileMetadata
* insert ExtensionContext(CarePlan)
* extension contains
    status 1..1 MS and
    by 0..1 MS and
    date 0..1 MS and
    words 0..1 MS
* extension[status] ^short = "Agreed, agreed in part or not agreed"
* extension[status].value[x] 1..1
* extension[status].value[x] only code
* extension[status].valueCode from IhrpPlanAgreementValues (required)
* extension[by] ^short = "Whose agreement this is"
* extension[by].value[x] 1..1
* extension[by].value[x] only Reference(Patient or RelatedPerson)
* extension[date] ^short = "When it was said"
* extension[date].value[x] 1..1
* extension[date].value[x] only dateTime
* extension[words] ^short = "In which words"
* extension[words].value[x] 1..1
* extension[words].value[x] only string
