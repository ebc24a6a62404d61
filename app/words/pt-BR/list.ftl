## Lists

list = Lista
list-empty = Nada aqui ainda
list-empty-lead = Adicione o primeiro ou importe um arquivo.
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
total = Total
bulk-edit = Alterar um campo
bulk-owner = Alterar responsável

## Order

sort = Ordenar
sort-name = Nome
sort-touched = Última alteração
sort-up = Crescente
sort-down = Decrescente

## Filters

filter = Filtrar
filter-apply = Aplicar filtro
filter-clear = Limpar filtros
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

board-empty = Nenhum negócio nesta etapa
board-move = Mover para { $stage }
board-moved = Movido para { $stage }
board-no-stage = Sem etapa
board-won = Marcar como ganho
board-lost = Marcar como perdido
