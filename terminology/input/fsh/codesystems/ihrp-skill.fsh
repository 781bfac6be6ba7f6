CodeSystem: IhrpSkillCodes
Id: ihrp-skill
Title: "Skills of self-management"
Description: "Skills for urges, difficult feelings and hard situations."
* insert CodeSystemMetadata
* #noticing-urges "Noticing urges" "Noticing an urge early."
* #urge-surfing "Urge surfing" "Riding out an urge without acting on it."
* #unwrapping-urge "Unwrapping the urge" "Asking what an urge wants before answering it."
* #naming-feelings "Naming feelings" "Finding words for difficult emotions."
* #grounding "Grounding" "Coming back to the present when memories flood."
* #breathing "Breathing" "Calming the body by breathing."
* #self-compassion "Self-compassion" "Speaking to oneself as to a friend."
* #delaying "Delaying" "Putting time between urge and act."
* #asking-for-help "Asking for help" "Calling or telling somebody."
* #setting-limits "Setting limits" "Saying no and setting limits."
* #planning-ahead "Planning ahead" "Planning for hard situations."
* #sleep-routine "Sleep routine" "Caring for sleep."
* #bearing-grief "Bearing grief" "Making room for grief."
