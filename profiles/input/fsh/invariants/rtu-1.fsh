Invariant: rtu-1
Description: "A return-to-use plan for opioids, sedatives or stimulants should have a step for answering an overdose."
Severity: #warning
Expression: "extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-substance').value.coding.exists(system = 'https://w3id.org/manypaths/fhir/CodeSystem/ihrp-substance' and (code in ('opioids' | 'heroin' | 'fentanyl' | 'prescription-opioids' | 'methadone' | 'buprenorphine' | 'stimulants' | 'cocaine' | 'crack' | 'methamphetamine' | 'amphetamines' | 'mdma' | 'benzodiazepines' | 'other-sedatives' | 'xylazine' | 'ghb'))) implies activity.extension.where(url = 'https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-return-to-use-step').extension.where(url = 'kind').value.coding.exists(code = 'overdose-response')"
