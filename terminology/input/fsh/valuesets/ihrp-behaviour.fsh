ValueSet: IhrpBehaviourValues
Id: ihrp-behaviour
Title: "Behaviours"
Description: "Behaviours other than substance use that a person may want to change."
* insert ValueSetMetadata
* IhrpSubstanceCodes#gambling "Gambling (behaviour)"
