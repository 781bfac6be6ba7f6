Profile: IhrpAlliance
Parent: Observation
Id: ihrp-alliance
Title: "Alliance"
Description: "How one of the two sees the working relationship: bond, agreement on goals and tasks, felt safety, each from 0 to 10. It holds no text of licensed scales."
* insert PersonObservation
* obeys al-1 and al-2
* code = $observation#alliance-rating
* value[x] MS
* value[x] only Quantity
* valueQuantity = $ucum#{score}
* insert ComponentSlicing
* component contains
    rater 0..1 MS and
    bond 0..1 MS and
    goalAgreement 0..1 MS and
    taskAgreement 0..1 MS and
    safety 0..1 MS
* insert CodedComponent(rater, $part#rater, IhrpRaterValues, "Whose view this is")
* insert ScoreComponent(bond, $alliance#bond, [["Trust, liking and respect, 0-10"]])
* insert ScoreComponent(goalAgreement, $alliance#goal-agreement, [["Agreement on what the work is for, 0-10"]])
* insert ScoreComponent(taskAgreement, $alliance#task-agreement, [["Agreement on what is done, 0-10"]])
* insert ScoreComponent(safety, $alliance#safety, [["Felt safety, 0-10"]])
