CodeSystem: IhrpMedicationConcernCodes
Id: ihrp-medication-concern
Title: "Concerns about a medicine"
Description: "What makes a person hesitate about a medicine."
* insert CodeSystemMetadata
* #side-effects "Side effects" "Feared or felt adverse effects."
* #dependence-concern "\"Trading one drug for another\"" "Belief that the medicine is another addiction."
* #stigma "Stigma" "Fear of judgement by family, peers, mutual-aid group, employer or court."
* #burden "Burden of visits or dosing" "Daily dosing, travel, supervision."
* #cost-access "Cost or access" "Insurance, pharmacy, prescriber."
* #past-bad-experience "Past bad experience" "E.g. precipitated withdrawal."
* #loss-of-effect "Loss of wanted effects" "Medicine blocks or dulls what use gives."
* #information-need "Needs more information" "Knowledge gap about action, risks, duration."
* #interaction-health "Interaction or health worry" "Pregnancy, liver, other medicines."
* #duration-taper "How long and how to stop" "Worry about lifelong use or taper."
* #philosophy "Personal or spiritual belief" "Prefers non-drug ways."
