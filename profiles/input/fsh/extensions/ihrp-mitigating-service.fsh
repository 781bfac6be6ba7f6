Extension: IhrpMitigatingServiceExtension
Id: ihrp-mitigating-service
Title: "Mitigating service"
Description: "A request, procedure or dispense that lowers the risk, such as a naloxone kit. RiskAssessment.mitigation holds text only in R4."
* insert ProfileMetadata
* insert ExtensionContext(RiskAssessment)
* value[x] 1..1
* value[x] only Reference(ServiceRequest or Procedure or MedicationDispense or MedicationRequest or CarePlan)
