CodeSystem: IhrpRemissionCodes
Id: ihrp-remission
Title: "Remission"
Description: "How remission of a use disorder is qualified."
* insert CodeSystemMetadata
* #early "Early remission" "Criteria have not been met for three months or more, but for less than twelve months."
* #sustained "Sustained remission" "Criteria have not been met for twelve months or more."
* #in-controlled-environment "In a controlled environment" "Access to the substance is restricted (ward, prison); tolerance may be lost."
* #on-medication "With medication" "Criteria are not met while taking an agonist or blocking medicine."
