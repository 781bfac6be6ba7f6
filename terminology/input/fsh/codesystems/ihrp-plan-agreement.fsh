CodeSystem: IhrpPlanAgreementCodes
Id: ihrp-plan-agreement
Title: "Agreement to a plan"
Description: "What the person says to the plan."
* insert CodeSystemMetadata
* #agreed "Agreed" "The plan says what was agreed with the person."
* #partly "Agreed in part" "Some of the plan is agreed; the words say what is not."
* #disagreed "Not agreed" "The person does not agree with this plan; it is kept and the conversation goes on."
