## The calendar

nav-calendar = Calendário
calendar-month = Mês
calendar-week = Semana
calendar-day = Dia
calendar-agenda = Agenda
calendar-mine = Meus
calendar-team = Da minha equipe
calendar-whose = De quem
calendar-show = O que aparece
calendar-all-day = dia todo
calendar-zone = Os horários são do fuso deste dispositivo.
calendar-none = Nada planejado aqui. Pressione C para planejar uma visita.
calendar-count = { $count ->
    [0] nada
    [one] { $count } evento
   *[other] { $count } eventos
}
calendar-more = mais { $count }
calendar-over = Mais { $count }. Escolha menos pessoas ou avance para outros dias.
calendar-moved = “{ $name }” agora é em { $when }
calendar-not-yours = Você não pode mover “{ $name }”.
keys-in-calendar = No calendário
keys-looks = Mês, semana, dia, agenda
keys-turn = Voltar e avançar; num evento: um dia antes ou depois
keys-today = Ir para hoje
keys-plan = Planejar uma visita
keys-later = Um evento 15 minutos antes ou depois
keys-longer = com as setas: mudar o fim de um evento

## Tasks that come again

field-repeat = Repetição
field-repeat_every = A cada (quantos)
field-repeat_on = Nos dias
field-repeat_until = Repete até
field-checklist = Lista de passos
field-checked = Passos feitos
field-series = Série
field-term = Número na série
field-repeat_from = Início da série
choice-repeat-daily = diária
choice-repeat-weekly = semanal
choice-repeat-monthly = mensal
choice-repeat-yearly = anual
choice-repeat_on-mo = segunda-feira
choice-repeat_on-tu = terça-feira
choice-repeat_on-we = quarta-feira
choice-repeat_on-th = quinta-feira
choice-repeat_on-fr = sexta-feira
choice-repeat_on-sa = sábado
choice-repeat_on-su = domingo

## The bell, reminders, steps and today

nav-news = Para você
news-none = Nada espera por você.
news-read = Marcar como lido
news-assigned = Atribuído a você
news-assigned-by = por { $name }
news-mentioned = Você foi mencionado
news-mentioned-by = por { $name }
news-due = Vence
checklist-progress = { $done } de { $all }
checklist-add = Adicionar um passo
checklist-reword = Reescrever “{ $name }”
call-logged = Ligação registrada: { $name }
today-leads = Novos leads
today-birthdays = Aniversários
today-since = Desde a sua última visita, { $when }
today-since-none = Ninguém mais mudou nada.
birthday-age = faz { $age } anos
today-since-made = { $count } novos
today-since-changed = { $count } alterados
