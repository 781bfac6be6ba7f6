CodeSystem: IhrpRiskLevelCodes
Id: ihrp-risk-level
Title: "Level of risk"
Description: "How high a risk is."
* insert CodeSystemMetadata
* #no-sign "No sign of risk" "Nothing points to a risk now."
* #low "Low" "Some risk."
* #raised "Raised" "More risk than usual."
* #high "High" "High risk; somebody acts on it."
* #acute "Acute" "Danger now."
