ValueSet: IhrpGoalDirectionValues
Id: ihrp-goal-direction
Title: "Goal directions"
Description: "All directions a goal about substance use may take."
* insert ValueSetMetadata
* include codes from system IhrpGoalSpectrumCodes
