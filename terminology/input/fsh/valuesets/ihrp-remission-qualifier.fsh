ValueSet: IhrpRemissionQualifierValues
Id: ihrp-remission-qualifier
Title: "Qualifiers of remission"
Description: "Early or sustained, full or partial, and under which circumstances."
* insert ValueSetMetadata
* ^copyright = "This value set includes content of SNOMED CT, copyright International Health Terminology Standards Development Organisation (SNOMED International)."
* IhrpRemissionCodes#early "Early remission"
* IhrpRemissionCodes#sustained "Sustained remission"
* IhrpRemissionCodes#in-controlled-environment "In a controlled environment"
* IhrpRemissionCodes#on-medication "With medication"
* $sct#103338009 "In full remission (qualifier value)"
* $sct#103337004 "In partial remission (qualifier value)"
