CodeSystem: IhrpSupplyRiskCodes
Id: ihrp-supply-risk
Title: "Risks in the supply"
Description: "What is known or feared about the supply."
* insert CodeSystemMetadata
* #unknown-content "Content unknown" "What is in the supply is not known."
* #opioid-adulterant "Unexpected opioid" "Fentanyl, a nitazene or another opioid found or feared in something sold as something else."
* #sedative-adulterant "Unexpected sedative" "Xylazine, medetomidine or a benzodiazepine found or feared."
* #stronger-batch "Stronger than usual" "A stronger batch than the person is used to."
* #new-source "New source" "The person lost the usual source."
* #checked "Checked" "The supply was checked; the result stands in the note."
* #none-known "No risk known" "No particular risk of the supply is known."
