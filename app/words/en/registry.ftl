# What the registry's entities, fields and choices are called.

## Entities: one, many, a new one, so many, none

entity-company = Company
entity-company-many = Companies
entity-company-new = New company
entity-company-none = No companies yet
entity-company-count = { $count ->
    [one] { $count } company
   *[other] { $count } companies
}

entity-contact = Contact
entity-contact-many = Contacts
entity-contact-new = New contact
entity-contact-none = No contacts yet
entity-contact-count = { $count ->
    [one] { $count } contact
   *[other] { $count } contacts
}

entity-deal = Deal
entity-deal-many = Deals
entity-deal-new = New deal
entity-deal-none = No deals yet
entity-deal-count = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}

entity-deal_line = Line item
entity-deal_line-many = Line items
entity-deal_line-new = New line item
entity-deal_line-none = No line items yet
entity-deal_line-count = { $count ->
    [one] { $count } line item
   *[other] { $count } line items
}

entity-activity = Activity
entity-activity-many = Activities
entity-activity-new = New activity
entity-activity-none = No activities yet
entity-activity-count = { $count ->
    [one] { $count } activity
   *[other] { $count } activities
}

entity-task = Task
entity-task-many = Tasks
entity-task-new = New task
entity-task-none = No tasks yet
entity-task-count = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}

entity-product = Product
entity-product-many = Products
entity-product-new = New product
entity-product-none = No products yet
entity-product-count = { $count ->
    [one] { $count } product
   *[other] { $count } products
}

entity-pipeline = Pipeline
entity-pipeline-many = Pipelines
entity-pipeline-new = New pipeline
entity-pipeline-none = No pipelines yet
entity-pipeline-count = { $count ->
    [one] { $count } pipeline
   *[other] { $count } pipelines
}

entity-stage = Stage
entity-stage-many = Stages
entity-stage-new = New stage
entity-stage-none = No stages yet
entity-stage-count = { $count ->
    [one] { $count } stage
   *[other] { $count } stages
}

entity-tag = Tag
entity-tag-many = Tags
entity-tag-new = New tag
entity-tag-none = No tags yet
entity-tag-count = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}

entity-view = View
entity-view-many = Views
entity-view-new = New view
entity-view-none = No saved views yet
entity-view-count = { $count ->
    [one] { $count } view
   *[other] { $count } views
}

entity-team = Team
entity-team-many = Teams
entity-team-new = New team
entity-team-none = No teams yet
entity-team-count = { $count ->
    [one] { $count } team
   *[other] { $count } teams
}

entity-employee = Team member
entity-employee-many = Team members
entity-employee-new = New team member
entity-employee-none = No team members yet
entity-employee-count = { $count ->
    [one] { $count } team member
   *[other] { $count } team members
}

entity-read_rule = Reading rule
entity-read_rule-many = Reading rules
entity-read_rule-new = New reading rule
entity-read_rule-none = Everyone reads everything
entity-read_rule-count = { $count ->
    [one] { $count } reading rule
   *[other] { $count } reading rules
}

entity-workspace = Workspace
entity-workspace-many = Workspaces
entity-workspace-new = New workspace
entity-workspace-none = Nothing set for everyone yet
entity-workspace-count = { $count ->
    [one] { $count } workspace
   *[other] { $count } workspaces
}

## Fields; `field-<entity>-<field>` goes before `field-<field>`

field-active = Active
field-address = Address
field-age = Age
field-amount = Amount
field-archived = Archived
field-birthday = Birthday
field-category = Category
field-closed_on = Closed on
field-code = Code
field-company = Company
field-competitors = Competitors
field-concerns = Concerns
field-contact = Contact
field-created_at = Created on
field-created_by = Created by
field-customer = Customer
field-deal = Deal
field-direction = Direction
field-discount = Discount (%)
field-distinct_from = Not the same as
field-done = Done
field-due_on = Due
field-email = E-mail
field-employees = Employees
field-ends_at = Ends
field-entity = For
field-expected_close = Expected close
field-external_key = Key in the source
field-family_name = Last name
field-first = Opens the list
field-founded = Founded
field-gender = Gender
field-given_name = First name
field-industry = Industry
field-job_title = Job title
field-keep_deleted_days = Days deleted records are kept
field-kind = Kind
field-language = Language
field-layout = Layout
field-lead = Team lead
field-lifecycle = Status
field-lock_days = Days a device may be away
field-lost_reason = Lost because
field-manager = Manager
field-merged_into = Merged into
field-messaging = Messaging
field-more_emails = More e-mails
field-more_phones = More phones
field-name = Name
field-needs = Needs
field-next_step = Next step
field-note = Note
field-number = Number
field-opened_on = Opened on
field-origin = Source
field-origin_detail = Source details
field-outcome = Outcome
field-owner = Owner
field-parent = Part of
field-participants = Participants
field-mentions = Mentioned
field-phone = Phone
field-pipeline = Pipeline
field-place = Place
field-position = Position
field-price = Price
field-priority = Priority
field-probability = Probability (%)
field-product = Product
field-progress = Progress (%)
field-quantity = Quantity
field-query = Filter
field-reach = Sees
field-region = Region
field-remarks = Remarks
field-remind_at = Reminder
field-requirements = Requirements
field-revenue = Revenue
field-role = Role
field-salutation = Form of address
field-source_system = Imported from
field-stage = Stage
field-starts_at = Starts
field-subject = Subject
field-tags = Tags
field-team = Team
field-text = Notes
field-tint = Color
field-title = Task
field-website = Website

field-company-parent = Parent company
field-product-text = Description
field-product-price = List price
field-stage-outcome = Counts as
field-task-owner = Assigned to
field-task-text = Details

## Choices; `choice-<entity>-<field>-<tag>` goes before `choice-<field>-<tag>`

choice-direction-in = Incoming
choice-direction-out = Outgoing
choice-gender-diverse = Non-binary
choice-gender-female = Female
choice-gender-male = Male
choice-kind-call = Call
choice-kind-email = E-mail
choice-kind-meeting = Meeting
choice-kind-note = Note
choice-kind-visit = Visit
choice-language-de = German
choice-language-en = English
choice-language-hi = Hindi
choice-language-pt-BR = Portuguese (Brazil)
choice-layout-board = Board
choice-layout-table = Table
choice-lifecycle-customer = Customer
choice-lifecycle-former = Former customer
choice-lifecycle-lead = Lead
choice-lifecycle-prospect = Prospect
choice-lost_reason-competitor = Competitor
choice-lost_reason-no_answer = No answer
choice-lost_reason-no_need = No need
choice-lost_reason-other = Other
choice-lost_reason-price = Price
choice-lost_reason-timing = Timing
choice-origin-campaign = E-mail campaign
choice-origin-cold_call = Cold call
choice-origin-fair = Trade fair
choice-origin-import = Import
choice-origin-other = Other
choice-origin-referral = Referral
choice-origin-social = Social media
choice-origin-website = Website
choice-outcome-cancelled = Cancelled
choice-outcome-done = Took place
choice-outcome-left_message = Left a message
choice-outcome-no_answer = No answer
choice-outcome-reached = Reached
choice-priority-high = High
choice-priority-low = Low
choice-priority-normal = Normal
choice-reach-all = Everyone’s records
choice-reach-own = Their own records
choice-reach-team = Their team’s records
choice-role-admin = Admin
choice-role-manager = Manager
choice-role-rep = Sales rep
choice-stage-outcome-lost = Lost
choice-stage-outcome-open = Open
choice-stage-outcome-won = Won
