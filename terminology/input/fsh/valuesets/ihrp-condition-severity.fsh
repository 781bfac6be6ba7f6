ValueSet: IhrpConditionSeverityValues
Id: ihrp-condition-severity
Title: "Severity of a condition"
Description: "Mild, moderate or severe."
* insert ValueSetMetadata
* ^copyright = "This value set includes content of SNOMED CT, copyright International Health Terminology Standards Development Organisation (SNOMED International)."
* $sct#255604002 "Mild (qualifier value)"
* $sct#6736007 "Moderate (severity modifier) (qualifier value)"
* $sct#24484000 "Severe (severity modifier) (qualifier value)"
