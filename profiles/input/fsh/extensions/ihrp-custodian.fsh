Extension: IhrpCustodianExtension
Id: ihrp-custodian
Title: "Custodian of the plan"
Description: "The organization that keeps the plan and answers for it. It has the meaning of CarePlan.custodian of FHIR R5."
* insert ProfileMetadata
* insert ExtensionContext(CarePlan)
* value[x] 1..1
* value[x] only Reference(Organization or PractitionerRole or CareTeam)
