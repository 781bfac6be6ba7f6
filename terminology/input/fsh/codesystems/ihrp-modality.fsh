CodeSystem: IhrpModalityCodes
Id: ihrp-modality
Title: "Modality of care"
Description: "Kind of care that a request asks for."
* insert CodeSystemMetadata
* #medication "Medication for addiction" "Pharmacotherapy for substance use, withdrawal or craving."
* #psychotherapy "Psychotherapy" "Individual, group or family psychological treatment."
* #complementary "Complementary treatment" "Acupuncture, yoga, meditation, exercise, arts, massage and the like."
* #harm-reduction-service "Harm-reduction service" "Supplies, checking, overdose education, safer-use counselling."
* #withdrawal-management "Withdrawal management" "Planned care of withdrawal (detox)."
* #social-support "Social and practical support" "Housing, income, legal, employment help."
* #mutual-aid "Mutual aid or peer support" "Self-help or peer-led support of any philosophy."
* #medical-care "Co-occurring medical or psychiatric care" "Treatment of other conditions."
* #education "Education" "Teaching about substances, medicines, overdose, self-care."
* #transition "Transition of care" "Handing the care over from one place to the next."
* #lifestyle "Lifestyle and health practice" "Movement, food, sleep, nature and other practices of daily health."
