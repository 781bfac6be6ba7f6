ValueSet: IhrpComplementaryValues
Id: ihrp-complementary
Title: "Complementary and health practices"
Description: "Every code of the code system Complementary and health practices."
* insert ValueSetMetadata
* include codes from system IhrpComplementaryCodes
