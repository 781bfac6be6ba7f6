CodeSystem: IhrpAssessmentPartCodes
Id: ihrp-assessment-part
Title: "Parts of an assessment"
Description: "Parts of an observation that mean nothing alone, such as the substance a stage of change is about. A part that can stand alone has a code of the observations instead."
* insert CodeSystemMetadata
* #substance "Substance" "Which substance the whole observation is about: the class and, where known, the very substance as two codings of one concept."
* #behaviour "Behaviour" "Which behaviour other than substance use (gambling, say) the whole observation is about."
* #target-direction "Target direction" "The direction toward which the stage was judged: action toward safer injecting is not action toward stopping."
* #confidence "Confidence" "How confident the person is about this, 0-10, unit {score}."
* #rater "Rater" "Whose view the rating expresses, which need not be the one who wrote it down."
* #company "Company when using" "Whether use happens alone, with others or in contact with somebody."
* #supply-risk "Risk in the supply" "What is known or feared about the supply: unknown source, adulterants, a stronger batch."
