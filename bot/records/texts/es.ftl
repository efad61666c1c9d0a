# Lo que un borrador dice por sí mismo: la cabecera de la ficha como criterios.
age-from-to = De { $from } a { $to } años
age-from = { $from } años o más
age-to = { $to } años o menos
age-other = La edad que pide el estudio
sex-female = Solo mujeres
sex-male = Solo hombres
undated = una copia de la ficha sin fecha
