ValueSet: IhrpLifeDomainValues
Id: ihrp-life-domain
Title: "Life domains"
Description: "Domains of life that a goal can belong to, from the HL7 guide for person-centred outcomes, and the behavioural and safety categories of HL7."
* insert ValueSetMetadata
* $pcoDomain#emotional-and-mental-health "Emotional And Mental Health"
* $pcoDomain#improving-health-and-wellness "Improving Health And Wellness"
* $pcoDomain#managing-conditions "Managing Conditions"
* $pcoDomain#medication-management "Medication Management"
* $pcoDomain#housing "Housing"
* $pcoDomain#legal "Legal"
* $pcoDomain#social-functioning "Social Functioning"
* $pcoDomain#independence "Independence"
* $pcoDomain#access-to-services "Access To Services"
* $pcoDomain#physical-function "Physical Function"
* $goalCategory#behavioral "Behavioral"
* $goalCategory#safety "Safety"
