CodeSystem: IhrpReturnToUseStepCodes
Id: ihrp-return-to-use-step
Title: "Steps of a return-to-use plan"
Description: "What a step of a return-to-use plan is for."
* insert CodeSystemMetadata
* #warning-sign "Warning sign" "What tells the person that use is near."
* #coping "Coping" "What the person does alone."
* #contact "Contact" "Whom the person calls."
* #environment "Surroundings" "What makes the place safer."
* #overdose-response "Overdose response" "Who does what if somebody does not wake up: naloxone, breathing, emergency call, staying."
* #safer-use "Safer use" "How to use with less harm if it comes to that."
* #afterwards "Afterwards" "What the person and the team do after a return to use: come back, talk, look at the plan."
* #reason "What it is for" "What the person lives for."
