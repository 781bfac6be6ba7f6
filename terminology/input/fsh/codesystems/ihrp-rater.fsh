CodeSystem: IhrpRaterCodes
Id: ihrp-rater
Title: "Raters"
Description: "Whose view a rating expresses."
* insert CodeSystemMetadata
* #person "The person" "The person whose care it is."
* #clinician "A clinician" "A professional who treats the person."
* #together "Person and clinician together" "A shared view, reached in conversation."
* #peer "A peer worker" "A worker with lived experience."
* #close-person "A close person" "Family, partner or friend of the person."
* #other "Somebody else" "Any other rater; the performer says who."
