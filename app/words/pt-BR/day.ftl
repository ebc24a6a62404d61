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
