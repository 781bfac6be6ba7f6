CodeSystem: IhrpTeachBackCodes
Id: ihrp-teach-back
Title: "Teach-back"
Description: "How well a person could say back what was explained. It rates the explanation, not the person."
* insert CodeSystemMetadata
* #understood "Understood" "The person could say it in their own words."
* #partly "Understood in part" "Some of it is to be talked through again."
* #not-yet "Not yet" "It is to be explained in another way."
* #not-checked "Not checked" "Understanding was not asked for."
