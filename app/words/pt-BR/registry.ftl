# Como se chamam os objetos, os campos e as opções.

## Objetos: um, vários, um novo, quantos, nenhum

entity-company = Empresa
entity-company-many = Empresas
entity-company-new = Nova empresa
entity-company-none = Nenhuma empresa ainda
entity-company-count = { $count ->
    [one] { $count } empresa
   *[other] { $count } empresas
}

entity-contact = Contato
entity-contact-many = Contatos
entity-contact-new = Novo contato
entity-contact-none = Nenhum contato ainda
entity-contact-count = { $count ->
    [one] { $count } contato
   *[other] { $count } contatos
}

entity-deal = Negócio
entity-deal-many = Negócios
entity-deal-new = Novo negócio
entity-deal-none = Nenhum negócio ainda
entity-deal-count = { $count ->
    [one] { $count } negócio
   *[other] { $count } negócios
}

entity-deal_line = Item do negócio
entity-deal_line-many = Itens do negócio
entity-deal_line-new = Novo item
entity-deal_line-none = Nenhum item ainda
entity-deal_line-count = { $count ->
    [one] { $count } item
   *[other] { $count } itens
}

entity-activity = Atividade
entity-activity-many = Atividades
entity-activity-new = Nova atividade
entity-activity-none = Nenhuma atividade ainda
entity-activity-count = { $count ->
    [one] { $count } atividade
   *[other] { $count } atividades
}

entity-task = Tarefa
entity-task-many = Tarefas
entity-task-new = Nova tarefa
entity-task-none = Nenhuma tarefa ainda
entity-task-count = { $count ->
    [one] { $count } tarefa
   *[other] { $count } tarefas
}

entity-product = Produto
entity-product-many = Produtos
entity-product-new = Novo produto
entity-product-none = Nenhum produto ainda
entity-product-count = { $count ->
    [one] { $count } produto
   *[other] { $count } produtos
}

entity-pipeline = Funil
entity-pipeline-many = Funis
entity-pipeline-new = Novo funil
entity-pipeline-none = Nenhum funil ainda
entity-pipeline-count = { $count ->
    [one] { $count } funil
   *[other] { $count } funis
}

entity-stage = Etapa
entity-stage-many = Etapas
entity-stage-new = Nova etapa
entity-stage-none = Nenhuma etapa ainda
entity-stage-count = { $count ->
    [one] { $count } etapa
   *[other] { $count } etapas
}

entity-tag = Etiqueta
entity-tag-many = Etiquetas
entity-tag-new = Nova etiqueta
entity-tag-none = Nenhuma etiqueta ainda
entity-tag-count = { $count ->
    [one] { $count } etiqueta
   *[other] { $count } etiquetas
}

entity-view = Visualização
entity-view-many = Visualizações
entity-view-new = Nova visualização
entity-view-none = Nenhuma visualização salva ainda
entity-view-count = { $count ->
    [one] { $count } visualização
   *[other] { $count } visualizações
}

entity-team = Equipe
entity-team-many = Equipes
entity-team-new = Nova equipe
entity-team-none = Nenhuma equipe ainda
entity-team-count = { $count ->
    [one] { $count } equipe
   *[other] { $count } equipes
}

entity-employee = Membro da equipe
entity-employee-many = Membros da equipe
entity-employee-new = Novo membro da equipe
entity-employee-none = Nenhum membro ainda
entity-employee-count = { $count ->
    [one] { $count } membro da equipe
   *[other] { $count } membros da equipe
}

entity-read_rule = Regra de leitura
entity-read_rule-many = Regras de leitura
entity-read_rule-new = Nova regra de leitura
entity-read_rule-none = Todos leem tudo
entity-read_rule-count = { $count ->
    [one] { $count } regra de leitura
   *[other] { $count } regras de leitura
}

entity-workspace = Espaço de trabalho
entity-workspace-many = Espaços de trabalho
entity-workspace-new = Novo espaço de trabalho
entity-workspace-none = Nada definido para todos ainda
entity-workspace-count = { $count ->
    [one] { $count } espaço de trabalho
   *[other] { $count } espaços de trabalho
}

## Campos; `field-<entity>-<field>` vem antes de `field-<field>`

field-active = Ativo
field-address = Endereço
field-age = Idade
field-amount = Valor
field-archived = Arquivado
field-birthday = Aniversário
field-category = Categoria
field-closed_on = Fechado em
field-code = Código
field-company = Empresa
field-competitors = Concorrentes
field-concerns = Objeções
field-contact = Contato
field-created_at = Criado em
field-created_by = Criado por
field-customer = Cliente
field-deal = Negócio
field-direction = Direção
field-discount = Desconto (%)
field-distinct_from = Não é o mesmo que
field-done = Concluída
field-due_on = Prazo
field-email = E-mail
field-employees = Funcionários
field-ends_at = Término
field-entity = Para
field-expected_close = Previsão de fechamento
field-external_key = Chave na origem
field-family_name = Sobrenome
field-first = Abre a lista
field-founded = Fundada em
field-gender = Gênero
field-given_name = Nome
field-industry = Setor
field-job_title = Cargo
field-keep_deleted_days = Dias que os excluídos são mantidos
field-kind = Tipo
field-language = Idioma
field-layout = Formato
field-lead = Líder da equipe
field-lifecycle = Situação
field-lock_days = Dias que um aparelho pode ficar longe
field-lost_reason = Motivo da perda
field-manager = Gestor
field-merged_into = Mesclado com
field-messaging = Mensageiros
field-more_emails = Outros e-mails
field-more_phones = Outros telefones
field-name = Nome
field-needs = Necessidades
field-next_step = Próximo passo
field-note = Observação
field-number = Número
field-opened_on = Aberto em
field-origin = Origem
field-origin_detail = Detalhe da origem
field-outcome = Resultado
field-owner = Responsável
field-parent = Faz parte de
field-participants = Participantes
field-mentions = Mencionados
field-phone = Telefone
field-pipeline = Funil
field-place = Local
field-position = Ordem
field-price = Preço
field-priority = Prioridade
field-probability = Probabilidade (%)
field-product = Produto
field-progress = Progresso (%)
field-quantity = Quantidade
field-query = Filtro
field-reach = Vê
field-region = Região
field-remarks = Observações
field-remind_at = Lembrete
field-requirements = Requisitos
field-revenue = Faturamento
field-role = Função
field-salutation = Tratamento
field-source_system = Importado de
field-stage = Etapa
field-starts_at = Início
field-subject = Assunto
field-tags = Etiquetas
field-team = Equipe
field-text = Anotações
field-tint = Cor
field-title = Tarefa
field-website = Site

field-company-parent = Empresa controladora
field-product-text = Descrição
field-product-price = Preço de tabela
field-stage-outcome = Conta como
field-task-owner = Atribuída a
field-task-text = Detalhes

## Opções; `choice-<entity>-<field>-<tag>` vem antes de `choice-<field>-<tag>`

choice-direction-in = Recebida
choice-direction-out = Feita
choice-gender-diverse = Não binário
choice-gender-female = Feminino
choice-gender-male = Masculino
choice-kind-call = Ligação
choice-kind-email = E-mail
choice-kind-meeting = Reunião
choice-kind-note = Anotação
choice-kind-visit = Visita
choice-language-de = Alemão
choice-language-en = Inglês
choice-language-hi = Hindi
choice-language-pt-BR = Português (Brasil)
choice-layout-board = Quadro
choice-layout-table = Tabela
choice-lifecycle-customer = Cliente
choice-lifecycle-former = Ex-cliente
choice-lifecycle-lead = Lead
choice-lifecycle-prospect = Prospect
choice-lost_reason-competitor = Concorrente
choice-lost_reason-no_answer = Sem resposta
choice-lost_reason-no_need = Sem necessidade
choice-lost_reason-other = Outro
choice-lost_reason-price = Preço
choice-lost_reason-timing = Momento
choice-origin-campaign = Campanha de e-mail
choice-origin-cold_call = Ligação fria
choice-origin-fair = Feira
choice-origin-import = Importação
choice-origin-other = Outra
choice-origin-referral = Indicação
choice-origin-social = Redes sociais
choice-origin-website = Site
choice-outcome-cancelled = Cancelada
choice-outcome-done = Realizada
choice-outcome-left_message = Deixou recado
choice-outcome-no_answer = Não atendeu
choice-outcome-reached = Atendeu
choice-priority-high = Alta
choice-priority-low = Baixa
choice-priority-normal = Normal
choice-reach-all = Registros de todos
choice-reach-own = Registros próprios
choice-reach-team = Registros da equipe
choice-role-admin = Administrador
choice-role-manager = Gestor
choice-role-rep = Vendedor
choice-stage-outcome-lost = Perdido
choice-stage-outcome-open = Aberto
choice-stage-outcome-won = Ganho
