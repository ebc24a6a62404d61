## Lists

list = Lista
list-empty = Nada aqui ainda
list-none-found = Nada corresponde
list-show-all = Mostrar tudo
no-such-list = Essa lista não existe
no-such-page = Essa página não existe
found = { $count ->
    [one] { $count } encontrado
   *[other] { $count } encontrados
}
found-of = { $found } de { $all }
columns = Colunas
layout-table = Tabela
layout-board = Quadro
chosen = { $count ->
    [one] { $count } selecionado
   *[other] { $count } selecionados
}
select-all = Selecionar tudo
select-none = Limpar seleção
select-one = Selecionar { $name }
bulk-edit = Alterar um campo

## Order

sort = Ordenar
sort-name = Nome
sort-touched = Última alteração
sort-up = Crescente
sort-down = Decrescente

## Filters

filter = Filtrar
filter-apply = Aplicar filtro
filter-more = Um filtro criado em outro lugar
test-after = depois de
test-before = antes de
test-between = entre
test-contains = contém
test-empty = está vazio
test-has-all = tem todos
test-is = é
test-less = menor que
test-more = maior que
test-no = não
test-not-empty = está preenchido
test-starts = começa com
test-yes = sim

## Saved views

views = Visualizações
views-others = Outras visualizações
view-all = Todos
view-mine = Meus
view-name = Nome da visualização
view-save = Salvar como visualização
view-share = Compartilhar com minha equipe
view-update = Salvar alterações em “{ $name }”

## Board


## Groups, columns, several at once

or = ou
filter-or = Ou …
filter-any = Basta um destes
test-during = é
test-last-days = nos últimos dias:
test-next-days = nos próximos dias:
test-me = sou eu
test-my-team = é da minha equipe
period-today = hoje
period-yesterday = ontem
period-tomorrow = amanhã
period-this_week = esta semana
period-last_week = semana passada
period-next_week = próxima semana
period-this_month = este mês
period-last_month = mês passado
period-next_month = próximo mês
period-this_quarter = este trimestre
period-last_quarter = trimestre passado
period-next_quarter = próximo trimestre
period-this_year = este ano
period-last_year = ano passado
period-next_year = próximo ano
period-past = no passado
period-future = no futuro
sort-by = Ordenar por
sort-then = Depois por
group = Agrupar
group-none = Sem grupos
group-without = Sem valor
column-hint = { $name }: clique para ordenar, com Shift como mais um; arraste para mover
column-earlier = Mover { $name } para a frente
column-later = Mover { $name } para trás
column-pin = Manter à vista tudo até { $name }
view-first = Abrir esta lista com esta visualização
bulk-how = O que acontece
bulk-add = Adicionar
bulk-remove = Remover
bulk-set = Substituir
bulk-nothing = nada
bulk-changes = { $count ->
    [one] { $count } muda.
   *[other] { $count } mudam.
}
bulk-same = { $count ->
    [one] { $count } fica como está.
   *[other] { $count } ficam como estão.
}
bulk-not-yours = { $count ->
    [one] { $count } não é seu para mudar.
   *[other] { $count } não são seus para mudar.
}
board-by = Colunas do quadro

## Duplicates

doubles-already = Já está aqui:
doubles-alike = Os dois dizem o mesmo: não há o que escolher.
doubles-both = Ambos
doubles-compare = Comparar
doubles-goes = É mesclado
doubles-hint = O que não for escolhido fica no registro mesclado e no histórico. Os vínculos seguem sozinhos.
doubles-keep = Qual fica
doubles-keep-one = { $name } fica
doubles-left = Não aproveitado:
doubles-likely = Provável
doubles-linked = { $count ->
    [one] { $count } vínculo
   *[other] { $count } vínculos
}
doubles-looking = Examinando os registros
doubles-looks-like = Parece ser { $name }
doubles-may-not = Você não pode alterar os dois. Fale com quem cuida deles.
doubles-merge = Mesclar
doubles-merged = Mesclado em { $name }
doubles-merged-here = { $name } foi mesclado aqui
doubles-none = Nenhuma duplicata. Registros parecidos por nome, e-mail, telefone ou empresa aparecem aqui lado a lado.
doubles-pairs = Pares prováveis
doubles-part = Não é o mesmo
doubles-parted = Não aparece mais como par
doubles-perhaps = Talvez
doubles-refused = Um destes espera na página de sincronização: resolva lá primeiro.
doubles-since = aqui desde { $when }
doubles-stays = Fica
doubles-sure = Quase certo
doubles-swap = Deixar o outro ficar
doubles-take = Aproveitar
doubles-take-apart = Separar de novo
doubles-take-one = Aproveitar { $name }
doubles-taken-apart = { $name } está separado de novo
doubles-why-belongs = mesma empresa
doubles-why-born = mesmo aniversário
doubles-why-email = mesmo e-mail
doubles-why-link = mesmo site
doubles-why-name = mesmo nome
doubles-why-name-alike = nome parecido
doubles-why-phone = mesmo telefone
doubles-why-town = mesma cidade
