// A part of a result: the position of the result, that of the part, its name, how often, its type, what it holds.
RuleSet: OutPart(result, position, name, min, max, type, documentation)
* parameter[{result}].part[{position}].name = #{name}
* parameter[{result}].part[{position}].use = #out
* parameter[{result}].part[{position}].min = {min}
* parameter[{result}].part[{position}].max = {max}
* parameter[{result}].part[{position}].documentation = {documentation}
* parameter[{result}].part[{position}].type = #{type}
