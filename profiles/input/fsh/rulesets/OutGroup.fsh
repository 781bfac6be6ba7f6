// A part of a result that has parts itself and may be there any number of times.
RuleSet: OutGroup(result, position, name, documentation)
* parameter[{result}].part[{position}].name = #{name}
* parameter[{result}].part[{position}].use = #out
* parameter[{result}].part[{position}].min = 0
* parameter[{result}].part[{position}].max = "*"
* parameter[{result}].part[{position}].documentation = {documentation}
