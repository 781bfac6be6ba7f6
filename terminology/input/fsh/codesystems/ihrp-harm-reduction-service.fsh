CodeSystem: IhrpHarmReductionServiceCodes
Id: ihrp-harm-reduction-service
Title: "Harm-reduction services"
Description: "Services that lower the harm of use."
* insert CodeSystemMetadata
* #naloxone-kit "Naloxone kit with training" "Naloxone handed out with training in how to respond to an overdose."
* #overdose-education "Overdose response education" "Teaching the person and close people how to prevent and answer an overdose."
* #syringe-service "Syringe service" "New needles, syringes and works, and disposal of used ones."
* #safer-smoking-supplies "Safer smoking supplies" "Pipes, foil and mouthpieces, to make injecting or sharing unnecessary."
* #drug-checking "Drug checking" "Test strips or laboratory checking of a sample."
* #supervised-consumption "Supervised consumption" "A place where use is watched over and an overdose is answered."
* #safer-use-counselling "Safer-use counselling" "Talking through how to use with less harm."
* #wound-care "Wound and vein care" "Care for skin, veins and wounds."
* #infection-testing "Testing and vaccination" "Testing for HIV and viral hepatitis, vaccination, prevention medicine."
* #condoms "Safer-sex supplies" "Condoms and lubricant."
* #spotting-line "Spotting line" "Somebody stays on the line while the person uses."
* #outreach "Outreach" "Meeting people where they are."
