Invariant: co-4
Description: "A consent for counselling notes stands alone: it has no other kind of information beside the label PSYTHPN."
Severity: #error
Expression: "(provision.securityLabel | provision.provision.securityLabel).exists(code = 'PSYTHPN') implies (provision.securityLabel | provision.provision.securityLabel).all(code = 'PSYTHPN')"
