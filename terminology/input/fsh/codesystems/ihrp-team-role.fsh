CodeSystem: IhrpTeamRoleCodes
Id: ihrp-team-role
Title: "Roles in the team"
Description: "Who somebody is in the care team."
* insert CodeSystemMetadata
* #person "The person" "The person whose plan it is."
* #close-person "Close person" "Family, partner or friend in the role of a caregiver."
* #prescriber "Prescriber" "Who prescribes medicines."
* #therapist "Therapist" "Who gives psychotherapy."
* #peer "Peer" "A worker with lived experience."
* #complementary "Complementary practitioner" "Who gives complementary practices."
* #nurse "Nurse" "A nurse."
* #case-manager "Case manager" "Who keeps the threads together."
* #harm-reduction-worker "Harm-reduction worker" "Who gives harm-reduction services."
* #social-worker "Social worker" "Who helps with home, money and papers."
* #pharmacist "Pharmacist" "Who hands out medicines."
* #primary-care "Primary care" "Who gives general medical care."
* #faith-or-culture "Faith or culture" "Somebody of the person's faith or culture."
