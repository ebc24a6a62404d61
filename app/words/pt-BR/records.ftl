# Records: forms, the board, a record's page.

## Values as they are written

wrong-number = Isto não é um número. Escreva, por exemplo, 1234,50.
wrong-date = Esta data não está completa.
said-label = Em palavras
said-example = próxima ter 10
said-word = “{ $word }” não é um dia ou hora conhecidos. Escreva de outro jeito ou escolha.
said-ambiguous = “{ $word }” pode ser lido de dois jeitos. Escreva o mês por extenso, ou a hora com “:00”.
said-no-such = “{ $word }” não existe. Confira o dia e a hora.
said-twice = Aqui há mais de um dia ou hora.
said-no-day = Que dia?
wrong-too-long = Isto é longo demais. Encurte.
wrong-choice = Escolha uma opção da lista.
wrong-email = Um e-mail tem um @ e nenhum espaço.
wrong-phone = Um telefone tem ao menos três dígitos e nenhuma palavra.
wrong-link = Um endereço da web é como exemplo.com.br.
wrong-range = Isto está fora do intervalo possível.
wrong-required = É preciso preencher este campo.
wrong-target = Não foi possível criar. Escolha um que já existe.
wrong-other = Isto não serve aqui.

## Forms

more-fields = Mais campos
fewer-fields = Menos campos
add-field = Adicionar { $name }
edit-one = Editar { $name }
number-pending = Dado no envio

## Board

layout = Exibição
pipeline = Funil
stages = Etapas
lane = { $name }, { $count ->
    [one] { $count } negócio
   *[other] { $count } negócios
}
moved-to = “{ $name }” movido para { $stage }
cannot-move-here = Este negócio não pode ir para lá
why-lost = Por que “{ $name }” foi perdido?
not-now = Agora não
no-date = sem data
late-since = atrasado, { $date }
late = atrasada

## A record's head and facts

reach-call = Ligar
reach-mail = E-mail
reach-message = Mensagem
reach-visit = Mapa
mark-done = Concluir
mark-done-one = Concluir: { $name }
done-one = “{ $name }” concluída
reopen = Reabrir
reopened-one = “{ $name }” reaberta
facts-reach = Contato
facts-main = Detalhes
facts-belongs = Pertence a
facts-words = Em palavras
facts-more = { $count ->
    [one] { $count } campo vazio
   *[other] { $count } campos vazios
}
facts-fewer = Ocultar campos vazios
two-changed = Duas pessoas alteraram isto ao mesmo tempo
history-of = Histórico de { $name }
history-whole = Todas as alterações, pedidas agora ao servidor.
history-known = O que este aparelho sabe. Alterações mais antigas vêm do servidor quando você estiver online.
history-empty = vazio
history-woven = como foi escrito, depois unido a outro texto

## Timeline

timeline-filtered = Nada deste tipo
show-spoken = Falado
show-written = Escrito
show-tasks = Tarefas
show-changes = Alterações
show-deals = Negócios
timeline-person = Por pessoa
timeline-everyone = Todos
mention-whom = Quem mencionar
since = Desde a última conversa
since-spoke = { $kind } de { $name }, { $when }
since-line = Última conversa
since-nothing = Nada aconteceu desde então.
since-amount = valor alterado
since-begun = novo negócio
since-more-deals = { $count ->
    [one] mais { $count } negócio
   *[other] mais { $count } negócios
}
since-fields = alterado: { $field }
since-fields-more = alterado: { $field } e mais { $count }
since-open = { $count ->
    [one] { $count } tarefa aberta
   *[other] { $count } tarefas abertas
}
several = Escrito por duas pessoas ao mesmo tempo: o que vale?
several-keep = Manter o de { $name }
several-keep-all = { $count ->
    [2] Manter os dois
   *[other] Manter todos os { $count }
}
several-gone = retirou estas linhas
several-settled = { $field } está resolvido
show-older = Mostrar mais antigos
show-all-count = Mostrar todos os { $count }
told-call = ligou
told-call-in = atendeu uma ligação
told-visit = fez uma visita
told-meeting = teve uma reunião
told-email = enviou um e-mail
told-email-in = recebeu um e-mail
told-note = anotou
planned-call = planejou uma ligação
planned-visit = planejou uma visita
planned-meeting = planejou uma reunião
planned-email = planejou um e-mail
change-created = criou este registro
change-deleted = excluiu este registro
change-restored = restaurou este registro
change-cleared = limpou { $field }
change-one = alterou { $field }
change-to = alterou { $field } para { $value }
change-more = alterou { $field } e mais { $count }
change-merged = mesclou { $name } aqui
change-parted = separou { $name } daqui
change-lost = escreveu ao mesmo tempo; vale outro valor

## Composer

compose = Escrever
compose-opener = Escrever uma anotação
compose-note = Anotação
compose-call = Ligação
compose-visit = Visita
compose-meeting = Reunião
compose-email = E-mail
compose-task = Tarefa
compose-empty = Escreva algo primeiro.
mean-outcome = Resultado
mean-when = Quando
mean-when-now = Vazio quer dizer agora
mean-due = Prazo
mean-follow = Retomar
follow-none = não
follow-1 = amanhã
follow-3 = em três dias
follow-7 = em uma semana
follow-30 = em um mês
follow-title = Retomar contato com { $name }
saved-as-you-type = Salvo neste dispositivo enquanto você digita

## What belongs to it

related-none = Nada ainda
deal-lines = Produtos
add-product = Adicionar um produto
lines-total = Total
lines-take = Usar como valor do negócio

## A record that is not here

gone-deleted = “{ $name }” foi excluído.
gone-sight = Você não pode mais ver “{ $name }”, ou ainda não chegou. O que você escreveu e não enviou está guardado.
gone-never = Não existe esse registro neste dispositivo.
