Profile: IhrpInsight
Parent: Observation
Id: ihrp-insight
Title: "Understanding of own use"
Description: "The person's own understanding of their use and of what it means. It is told, not graded: a different view from the clinician's is a view, not a lack."
* insert PersonObservation
* code = $observation#insight
* focus MS
* value[x] MS
* value[x] only string
* value[x] ^short = "In the person's words"
* insert ComponentSlicing
* component contains
    substance 0..1 MS and
    rater 0..1 MS
* insert SubstanceComponent
* insert CodedComponent(rater, $part#rater, IhrpRaterValues, "Whose view this is")
