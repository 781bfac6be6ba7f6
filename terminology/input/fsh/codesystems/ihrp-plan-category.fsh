CodeSystem: IhrpPlanCategoryCodes
Id: ihrp-plan-category
Title: "Kinds of plan"
Description: "Kinds of plan in this guide."
* insert CodeSystemMetadata
* #integrative-plan "Integrative treatment plan" "One plan that joins medicine, psychotherapy, complementary practice, peer and social support and harm reduction."
* #return-to-use-plan "Return-to-use plan" "What the person and close people will do when use returns or an overdose threatens."
