CodeSystem: IhrpSeverityBasisCodes
Id: ihrp-severity-basis
Title: "Basis of severity"
Description: "What a stated severity rests on."
* insert CodeSystemMetadata
* #criteria-count "Count of diagnostic criteria" "Severity follows from the number of diagnostic criteria met."
* #clinical-judgement "Clinical judgement" "Severity as judged by a clinician without a count."
* #score "Score of an instrument" "Severity follows from a score; the condition's evidence points to it."
* #person-view "The person's own view" "How severe the person finds it."
