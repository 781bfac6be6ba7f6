ValueSet: IhrpSkillValues
Id: ihrp-skill
Title: "Skills of self-management"
Description: "Every code of the code system Skills of self-management."
* insert ValueSetMetadata
* include codes from system IhrpSkillCodes
