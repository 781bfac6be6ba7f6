ValueSet: IhrpWhatMattersCodeValues
Id: ihrp-what-matters-code
Title: "What matters"
Description: "Our own code, and the LOINC codes of US Core for preferences about treatment and about how care is experienced."
* insert ValueSetMetadata
* ^copyright = "This material contains content from LOINC (http://loinc.org), copyright Regenstrief Institute, Inc., available under the licence at http://loinc.org/license."
* IhrpObservationCodes#what-matters "What matters to the person"
* $loinc#75773-2 "Goals, preferences, and priorities for medical treatment Narrative - Reported"
* $loinc#95541-9 "Care experience preference"
