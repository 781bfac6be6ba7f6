CodeSystem: IhrpHandoffSectionCodes
Id: ihrp-handoff-section
Title: "Sections of a handoff"
Description: "Sections of the document that hands a plan over."
* insert CodeSystemMetadata
* #reason "Reason and what is needed" "Why the care is handed over, what is needed and by when."
* #use-and-withdrawal "Use and withdrawal" "Use of each substance, course of withdrawal, last use."
* #stage-and-meaning "Stage and meaning" "Stage of change for each substance and what use means to the person."
* #goals-and-harm-reduction "Goals and harm reduction" "The person's goals in their words, and what lowers harm meanwhile."
* #medicines "Medicines" "Each medicine with the last dose given, the next dose due, the end of the supply and a number to verify; or why there is none."
* #safety "Overdose and suicide safety" "Tolerance, naloxone, alone or not, past overdoses and their intent, responders."
* #return-to-use-plan "Return-to-use plan" "What the person and others do when use returns."
* #services "Therapies, practices and support" "Psychotherapy, complementary practice, peer and social support."
* #conditions-and-allergies "Conditions and allergies" "Co-occurring conditions and allergies."
* #team-and-follow-up "Team and follow-up" "Who is in the team and when the first appointment is."
* #preferences "What matters and safe contact" "Preferences, corrections by the person and how to reach them without harm."
* #what-travels "What travels and what may be missing" "What this document rests on, and that it may be incomplete."
