// A part within a group of a result.
RuleSet: OutGroupPart(result, group, position, name, min, max, type, documentation)
* parameter[{result}].part[{group}].part[{position}].name = #{name}
* parameter[{result}].part[{group}].part[{position}].use = #out
* parameter[{result}].part[{group}].part[{position}].min = {min}
* parameter[{result}].part[{group}].part[{position}].max = {max}
* parameter[{result}].part[{group}].part[{position}].documentation = {documentation}
* parameter[{result}].part[{group}].part[{position}].type = #{type}
