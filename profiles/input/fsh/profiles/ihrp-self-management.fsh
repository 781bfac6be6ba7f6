Profile: IhrpSelfManagement
Parent: Observation
Id: ihrp-self-management
Title: "Self-management"
Description: "A skill for urges, difficult feelings or hard situations: how confident the person is with it, whether it was used in life, and which need it serves in place of use."
* insert PersonObservation
* extension contains IhrpServesFunctionExtension named servesFunction 0..* MS
* extension[servesFunction] ^short = "The need that use served and that this skill serves instead"
* code = $observation#self-management-skill
* value[x] MS
* value[x] only Quantity
* valueQuantity = $ucum#{score}
* value[x] ^short = "The person's rating of the skill, 0-10"
* insert ComponentSlicing
* component contains
    skill 0..* MS and
    confidence 0..1 MS and
    usedInLife 0..1 MS
* component[skill].code = $part#skill
* component[skill].value[x] only CodeableConcept or string
* component[skill].valueCodeableConcept from IhrpSkillValues (extensible)
* component[skill] ^short = "Which skill"
* insert ScoreComponent(confidence, $part#confidence, [["The person's confidence, 0-10"]])
* insert YesNoComponent(usedInLife, $part#used-in-life, "Whether it was used outside the session")
