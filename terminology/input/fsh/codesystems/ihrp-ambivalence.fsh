CodeSystem: IhrpAmbivalenceCodes
Id: ihrp-ambivalence
Title: "Balance of ambivalence"
Description: "How the two sides of ambivalence about change weigh against each other."
* insert CodeSystemMetadata
* #sustain-dominant "Reasons to keep use prevail" "Sustain talk outweighs change talk."
* #balanced "Evenly divided" "Both sides about equal."
* #change-dominant "Reasons to change prevail" "Change talk outweighs sustain talk."
* #resolved "Ambivalence resolved" "Decision reached and felt as own."
* #not-expressed "Not expressed" "No ambivalence voiced."
