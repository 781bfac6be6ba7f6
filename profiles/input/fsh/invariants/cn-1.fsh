Invariant: cn-1
Description: "A counselling note carries the label PSYTHPN, so that no consent but its own lets it out."
Severity: #error
Expression: "securityLabel.coding.exists(system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode' and code = 'PSYTHPN')"
