CodeSystem: IhrpTherapeuticTaskCodes
Id: ihrp-therapeutic-task
Title: "Tasks of the therapy"
Description: "The seven tasks of integrative harm reduction psychotherapy."
* insert CodeSystemMetadata
* #alliance "Managing the therapeutic alliance" "IHRP task 1."
* #relationship-heals "The therapeutic relationship heals" "IHRP task 2."
* #self-management "Enhancing self-management skills" "IHRP task 3."
* #assessment-as-treatment "Assessment as treatment" "IHRP task 4: exploring use together is itself healing."
* #embracing-ambivalence "Embracing ambivalence" "IHRP task 5."
* #goal-setting "Harm reduction goal setting" "IHRP task 6."
* #change-plan "Personalized planning for positive change" "IHRP task 7."
